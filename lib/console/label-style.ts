/** The label's own style sheet; nothing of the page reaches into the closed shadow root, and nothing of it reaches out. */
export const labelStyle = `
:host {
  all: initial !important; display: block !important; position: fixed !important; top: 0 !important; left: 0 !important;
  width: 0 !important; height: 0 !important; z-index: 2147483647 !important; direction: ltr !important;
  font: 13px/1.4 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif !important;
}
.layer {
  position: fixed; inset: 0; width: auto; height: auto; margin: 0; border: 0; padding: 0; overflow: visible;
  background: none; color: inherit; pointer-events: none;
}
.layer[data-hidden=true] { display: none; }
.frame { position: fixed; inset: 0; border: 3px solid var(--colour); box-sizing: border-box; }
.layer[data-level=production][data-state=known] .frame {
  border: 4px solid; border-image: repeating-linear-gradient(135deg, var(--colour) 0 14px, #fff 14px 19px) 4;
}
.layer:not([data-state=known]) .frame { border-style: dashed; }
.layer[data-form=bar] .frame { bottom: auto; height: 5px; border-width: 5px 0 0; }
.layer[data-form=badge] .frame { display: none; }
.badge {
  position: fixed; inset: auto 12px 0; margin: 0 auto; box-sizing: border-box; width: fit-content; display: flex; align-items: center; gap: 10px;
  padding: 5px 6px 5px 14px; background: var(--colour); color: var(--text); border-radius: 9px; transition: opacity .12s;
  box-shadow: 0 0 0 1px #fffb, 0 2px 10px #0005;
}
.badge::before { content: ''; position: absolute; inset: 0 auto 0 0; width: 6px; border-radius: 9px 0 0 9px; background: #fff7; }
.layer[data-level=production] .badge { padding-left: 22px; }
.layer[data-level=production] .badge::before { width: 13px; background: repeating-linear-gradient(135deg, var(--colour) 0 5px, #fff 5px 9px); }
.badge[data-at^=bottom], .badge[data-at^=bottom]::before { border-bottom-left-radius: 0; border-bottom-right-radius: 0; }
.badge[data-at$=left] { margin-left: 4px; }
.badge[data-at$=right] { margin-right: 4px; }
.badge[data-at^=raised] { bottom: 52px; }
.badge[data-at^=middle] { bottom: 50%; }
.badge[data-aside=true]:not(:focus-within) { opacity: .1; }
.text { min-width: 0; display: flex; flex-wrap: wrap; align-items: baseline; column-gap: 10px; }
.text > * { max-width: min(44ch, 100%); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-variant-numeric: tabular-nums; }
.name { font-weight: 700; }
.text > .mark { border: 1px solid; border-radius: 4px; padding: 0 5px; font-size: 11px; font-weight: 800; letter-spacing: .04em; }
.layer[data-level=production] .mark { background: #fff; color: #a00d26; }
button { all: unset; pointer-events: auto; cursor: pointer; box-sizing: border-box; border-radius: 6px; padding: 1px 9px; font-weight: 600; }
button:focus-visible { outline: 2px solid currentColor; outline-offset: 1px; }
.badge button { background: var(--shade); white-space: nowrap; }
.tools { position: relative; display: inline-flex; }
.menu[hidden] { display: none; }
.menu {
  position: absolute; bottom: calc(100% + 10px); right: -2px; display: flex; flex-direction: column; width: max-content; max-width: calc(100vw - 40px);
  background: #16191f; color: #fff; border-radius: 10px; padding: 6px; pointer-events: auto; box-shadow: 0 0 0 1px #fff4, 0 6px 24px #0007;
}
.menu button { background: none; padding: 6px 12px; font-weight: 500; }
.menu button:hover, .menu button:focus-visible { background: #fff3; }
.veil {
  position: fixed; inset: 0; width: 100%; height: 100%; max-width: none; max-height: none; margin: 0; border: 0; padding: 0;
  box-sizing: border-box; overflow: auto; pointer-events: auto; display: grid; place-items: center;
  background: #0c0e12c7; backdrop-filter: blur(3px) grayscale(1);
}
.veil::backdrop { background: none; }
.card:focus { outline: none; }
.card { background: #fff; color: #16191f; border-radius: 12px; padding: 28px 32px; max-width: min(560px, calc(100vw - 48px)); box-sizing: border-box; font-size: 15px; }
.card p { margin: 0 0 20px; font-size: 18px; font-weight: 600; overflow-wrap: anywhere; }
.card div { display: flex; flex-wrap: wrap; gap: 10px; }
.card button { border: 1px solid #16191f; padding: 7px 14px; overflow-wrap: anywhere; }
.card button:first-child { background: #16191f; color: #fff; }
.hint {
  position: fixed; left: 16px; bottom: 56px; max-width: 300px; box-sizing: border-box; height: fit-content; padding: 5px 10px; border-radius: 7px;
  background: #16191f; color: #fff; border-inline-start: 6px solid var(--colour); font-weight: 600; overflow-wrap: anywhere; box-shadow: 0 2px 10px #0006;
}
.hint[style*=left] { bottom: auto; }
@media (max-width: 480px) { .region { display: none; } }
@media (max-height: 400px) { .menu { position: fixed; inset: 8px 8px auto auto; max-height: calc(100vh - 16px); overflow: auto; } }
@media (forced-colors: active) {
  .frame { border-color: Highlight; }
  .badge, .card, .menu { background: Canvas; color: CanvasText; border: 2px solid CanvasText; }
  .layer[data-level=production] .frame, .badge::before { forced-color-adjust: none; }
  .text > .mark { background: CanvasText; color: Canvas; forced-color-adjust: none; }
}
@media print {
  .veil, .hint, .badge > :not(.text) { display: none; }
  .layer { print-color-adjust: exact; }
}
`;
