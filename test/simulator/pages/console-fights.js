/* A page that fights: takes out foreign nodes each frame, hides all, covers all, breaks the prototypes, keeps its title. */
const foreign = () => [...document.documentElement.children].filter((node) => node.localName.includes('-'));
window.seenOfOthers = [];

function takeOut() {
  for (const node of foreign()) {
    window.seenOfOthers.push(node.outerHTML, node.shadowRoot?.innerHTML ?? '');
    node.remove();
  }
  document.title = 'mine';
  requestAnimationFrame(takeOut);
}

Element.prototype.attachShadow = () => {
  throw new Error('no shadows here');
};
window.MutationObserver = class {
  observe() {}
  disconnect() {}
};
customElements.define = () => {
  throw new Error('no elements here');
};
const style = document.createElement('style');
style.textContent =
  ':root > :not(head, body) { display: none !important; visibility: hidden !important; opacity: 0 !important }';
document.head.append(style);
const cover = document.createElement('div');
cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;pointer-events:none';
document.body.append(cover);
takeOut();
