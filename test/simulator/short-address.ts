import type { State } from './state';

/** `sso.short.example`: an organisation's own address for its portal; its kin lead elsewhere, or take longer. */
export function shortAddress({ world }: State, { hostname }: URL): Response {
  const portal = `${world.portals[0]?.startUrl ?? ''}/`;
  const targets: Readonly<Record<string, string>> = {
    sso: portal,
    twice: 'https://sso.short.example/',
    console: 'https://console.aws.amazon.com/console/home',
    elsewhere: 'https://awsapps.com.evil.example/start',
    plain: 'http://evil.example/start',
  };
  const target = targets[hostname.split('.')[0] ?? ''];
  if (target === undefined) return new Response('no such address', { status: 404 });
  return new Response(null, { status: 302, headers: { location: target } });
}
