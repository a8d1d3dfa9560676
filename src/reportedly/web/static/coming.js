// Pictures of many events, one after another. What comes is a page's own piece, in which everything from reports is escaped already.
for (const place of document.querySelectorAll("[data-piece]")) {
  try {
    const answer = await fetch(place.dataset.piece);
    if (!answer.ok) throw new Error(String(answer.status));
    const made = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("figure");
    place.replaceWith(document.importNode(made, true));
  } catch (error) {
    place.querySelector("p").textContent = `This picture could not be drawn (${error.message}). Load the page again.`;
    place.removeAttribute("aria-busy");
  }
}
