/** The label's own style sheet; nothing of the page reaches into the closed shadow root, and nothing of it reaches out. */
export const labelStyle = `
:host {
  all: initial !important; display: block !important; position: fixed !important; top: 0 !important; left: 0 !important;
  width: 0 !important; height: 0 !important; z-index: 2147483647 !important;
}
.layer {
  position: fixed; inset: 0; width: auto; height: auto; margin: 0; border: 0; padding: 0; overflow: visible;
  background: none; color: inherit; pointer-events: none;
}
.layer[data-hidden=true] { display: none; }
.frame {
  position: fixed; inset: 0; z-index: 2147483646; pointer-events: none;
  border: 4px solid var(--colour); box-sizing: border-box;
}
.frame[data-level=production] {
  border: 5px solid; border-image: repeating-linear-gradient(135deg, var(--colour) 0 10px, #fff 10px 13px) 5;
}
.frame[data-state=unknown], .frame[data-state=conflict], .frame[data-state=stale], .frame[data-state=ended] { border-style: dashed; }
.badge {
  position: fixed; z-index: 2147483647; pointer-events: none; box-sizing: border-box;
  display: flex; align-items: center; gap: 8px; max-width: calc(100vw - 24px);
  padding: 5px 6px 5px 12px; border-radius: 7px;
  background: var(--colour); color: var(--text);
  font: 600 13px/1.35 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  box-shadow: 0 1px 5px rgb(0 0 0 / .35), 0 0 0 1px rgb(255 255 255 / .6);
}
.badge[data-at=bottom-left] { left: 12px; bottom: 12px; }
.badge[data-at=bottom-right] { right: 12px; bottom: 12px; }
.badge[data-at=bottom] { left: 50%; bottom: 12px; transform: translateX(-50%); }
.badge[data-at=raised-left] { left: 12px; bottom: 48px; }
.badge[data-at=raised-right] { right: 12px; bottom: 48px; }
.badge[data-at=middle-right] { right: 12px; top: 50%; }
.text { min-width: 0; display: flex; flex-wrap: wrap; column-gap: 8px; }
.name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: 44ch; }
.soft { font-weight: 400; opacity: .95; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; max-width: 40ch; }
.mark { background: #fff; color: #a00d26; border-radius: 4px; padding: 0 6px; font-weight: 800; letter-spacing: .03em; }
button {
  all: unset; pointer-events: auto; cursor: pointer; box-sizing: border-box; border-radius: 5px; padding: 1px 8px; font-weight: 600;
}
button:focus-visible { outline: 2px solid currentColor; outline-offset: 1px; }
.badge button { background: rgb(0 0 0 / .22); }
.tools { position: relative; display: inline-flex; }
.menu[hidden] { display: none; }
.menu {
  position: absolute; bottom: calc(100% + 6px); inset-inline-end: 0; display: flex; flex-direction: column; gap: 2px;
  background: #16191f; color: #fff; border-radius: 8px; padding: 6px; pointer-events: auto; min-width: 190px;
  box-shadow: 0 4px 18px rgb(0 0 0 / .45);
}
.menu button { background: none; padding: 6px 10px; font-weight: 500; }
.menu button:hover { background: rgb(255 255 255 / .14); }
.veil {
  position: fixed; inset: 0; width: 100%; height: 100%; max-width: none; max-height: none; margin: 0; border: 0; padding: 0;
  box-sizing: border-box; overflow: auto; pointer-events: auto; display: grid; place-items: center;
  background: rgb(12 14 18 / .78); backdrop-filter: blur(3px) grayscale(1);
  font: 15px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
.veil::backdrop { background: none; }
.card:focus { outline: none; }
.card { background: #fff; color: #16191f; border-radius: 12px; padding: 28px 32px; max-width: min(560px, calc(100vw - 48px)); box-sizing: border-box; }
.card p { margin: 0 0 20px; font-size: 18px; font-weight: 600; overflow-wrap: anywhere; }
.card div { display: flex; flex-wrap: wrap; gap: 10px; }
.card button { border: 1px solid #16191f; padding: 7px 14px; overflow-wrap: anywhere; }
.card button:first-child { background: #16191f; color: #fff; }
.frame[data-form=bar] { bottom: auto; height: 5px; border-width: 5px 0 0; }
.frame[data-form=badge] { display: none; }
.hint {
  position: fixed; z-index: 2147483647; pointer-events: none; left: 12px; bottom: 52px; max-width: 300px; box-sizing: border-box;
  height: fit-content; padding: 5px 10px; border-radius: 7px; background: #16191f; color: #fff; border-inline-start: 6px solid var(--colour);
  font: 600 13px/1.4 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; overflow-wrap: anywhere;
  box-shadow: 0 2px 10px rgb(0 0 0 / .4);
}
.hint[style*=left] { bottom: auto; }
@media (forced-colors: active) {
  .frame { border-color: Highlight; border-image: none; }
  .badge, .card, .menu { background: Canvas; color: CanvasText; border: 2px solid CanvasText; }
  .mark { background: CanvasText; color: Canvas; }
}
@media print {
  .veil, .badge button { display: none; }
  .frame { border-width: 2px; }
  .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
