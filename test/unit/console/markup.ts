/*
 * Controls as Cloudscape or the older AWS consoles draw them; `#x` is what is pointed at.
 */

export function button(text: string): string {
  return `<button id="x" type="button" class="awsui_button_1"><span class="awsui_content_1">${text}</span></button>`;
}

export function menu(text: string, testId = ''): string {
  return `<ul role="menu"><li role="presentation" data-testid="${testId}"><span role="menuitem" tabindex="-1"><span
    class="awsui_label" id="x">${text}</span></span></li></ul>`;
}

export function modal(heading: string, inside: string): string {
  return `<div role="dialog" aria-modal="true" aria-labelledby="modal-h"><h2 id="modal-h">${heading}</h2>${inside}</div>`;
}

export function link(text: string, to = '#/somewhere'): string {
  return `<a id="x" href="${to}" class="awsui_link_1">${text}</a>`;
}

export function old(text: string): string {
  return `<div class="gwt-Button" role="button" tabindex="0"><div id="x">${text}</div></div>`;
}

export function icon(label: string): string {
  return `<button id="x" aria-label="${label}"><span class="awsui_icon"><svg></svg></span></button>`;
}

export function tile(text: string): string {
  return `<div role="radiogroup"><label><input type="radio" id="x" aria-labelledby="l"><span id="l">${text}</span></label></div>`;
}

export function box(text: string, isOn: boolean, group = ''): string {
  return `<div role="group" aria-label="${group}"><span class="awsui_label-wrapper_1"><span class="awsui_control_1"><input
    type="checkbox" aria-labelledby="l" ${isOn ? 'checked' : ''}></span><span><span id="l"><b id="x">${text}</b></span></span></span></div>`;
}

export function radio(group: string, text: string): string {
  return `<span id="g">${group}</span><div role="radiogroup" aria-labelledby="g"><span class="awsui_label-wrapper_1"><span
    class="awsui_control_1"><input type="radio" aria-labelledby="l"></span><span><span id="l"><b id="x">${text}</b></span></span></span></div>`;
}

export function filterToken(text: string): string {
  return `<div role="group" aria-label="${text}"><button id="x" aria-label="Remove token ${text}"><svg></svg></button></div>`;
}

/** What was chosen in a list of several, with the cross that lets go of it. */
export function chosen(name: string, cross: string): string {
  return `<div role="group" aria-label="${name}" class="awsui_token_dm8gx_1"><div class="awsui_token-box_dm8gx_2">${name}<button
    id="x" type="button" class="awsui_dismiss-button_dm8gx_3" aria-label="${cross}"><svg></svg></button></div></div>`;
}

export function option(text: string): string {
  return `<ul role="listbox" aria-label="Find"><li role="option" aria-selected="false"><span id="x">${text}</span></li></ul>`;
}

export function tab(text: string): string {
  return `<button id="x" role="tab">${text}</button>`;
}

export function header(text: string): string {
  return `<table><tr><th><div role="button" tabindex="0"><span id="x">${text}</span></div></th></tr></table>`;
}

export function flash(label: string): string {
  return `<div role="status">Successfully initiated deletion of payments.<button id="x" aria-label="${label}"><svg></svg></button></div>`;
}

export function cell(text: string): string {
  return `<table><tr><td><a id="x" href="#/of/this">${text}</a></td></tr></table>`;
}
