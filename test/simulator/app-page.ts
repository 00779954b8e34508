import { escape } from './pages';

const hues = [265, 210, 150, 25, 340, 190];

/** Where a person lands in an application: its name, and that they are in. */
export function appPage(host: string): Response {
  const label = host.split('.')[0] ?? 'app';
  const name = escape(label.replace(/-+/g, ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase()));
  const hue = hues[[...label].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % hues.length];
  return new Response(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">
<style>body{margin:0;font:16px system-ui,sans-serif}header{padding:16px 24px;color:#fff;background:hsl(${hue} 45% 32%)}main{padding:24px}</style></head>
<body><header><b>${name}</b></header><main><h1>${name}</h1><p>You are signed in.</p></main></body></html>`,
    { headers: { 'content-type': 'text/html; charset=utf-8' } },
  );
}
