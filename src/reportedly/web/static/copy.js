// Buttons that copy the block beside them. Where the browser refuses, the block is selected, to be copied by hand.
const status = document.getElementById("copied");

const select = (block) => {
  const range = document.createRange();
  range.selectNodeContents(block);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
};

for (const button of document.querySelectorAll("button[data-copies]")) {
  const block = document.getElementById(button.dataset.copies);
  const name = document.getElementById(`${button.dataset.copies}-title`).textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(block.textContent);
      status.textContent = `${name} is copied.`;
    } catch {
      select(block);
      status.textContent = `The browser did not copy ${name}. It is selected: copy it with the keyboard.`;
    }
  });
}
