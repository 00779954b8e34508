/* Changes 200 nodes per second. */
const list = document.createElement('div');
document.getElementById('app').append(list);
for (let index = 0; index < 200; index += 1) list.append(document.createElement('span'));
let turn = 0;
setInterval(() => {
  for (let index = 0; index < 10; index += 1) {
    const fresh = document.createElement('span');
    fresh.textContent = `row ${turn} of account 444444444444 `;
    list.children[turn % 200].replaceWith(fresh);
    turn += 1;
  }
}, 50);
