/* Tells in `#log` which controls were pressed, and moves without a load as the console's own links do. */
document.addEventListener('click', (event) => {
  const button = event.target.closest?.('main button');
  if (button) document.getElementById('log').textContent += `${button.id} `;
  if (event.target.closest?.('#nav-usernameMenu')) {
    const menu = document.getElementById('menu--account');
    if (menu) menu.hidden = !menu.hidden;
  }
  const link = event.target.closest?.('#spa-link');
  if (!link) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  document.title = 'S3 | moved';
});

for (const chip of document.querySelectorAll('[data-colour]')) chip.style.background = `#${chip.dataset.colour}`;
