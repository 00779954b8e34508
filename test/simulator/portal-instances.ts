import { Hono } from 'hono';
import { hostsOfRegion } from './hosts';
import { refuse, undocumentedPage, withSession } from './portal-answer';
import type { State } from './state';
import type { WorldPortal } from './world';

const AWS_ACCOUNT_APP = 'app-03e8643328913682';
const ICONS = 'https://static.global.sso.amazonaws.com';

/** `/instance/…`: accounts and applications as the portal page lists them (undocumented). */
export function instanceApi(state: State): Hono {
  const api = new Hono();

  api.get('/instance/appinstances', (c) =>
    withSession(state, c, ({ portal }) => {
      const page = undocumentedPage(state, c, appInstances(state, portal), 'instances');
      return page instanceof Response
        ? page
        : c.json({ [state.settings.instancePageToken]: page.next, result: page.items });
    }),
  );

  api.get('/instance/appinstance/:id/profiles', (c) =>
    withSession(state, c, ({ portal }) => {
      const id = c.req.param('id');
      if (!/^ins-[0-9a-z]{16}$/.test(id))
        return refuse(state, c, 400, 'InvalidRequestException', `Instance id ${id} format is incorrect`);
      const names = profileNames(state, portal, id);
      if (!names) return refuse(state, c, 403, 'ForbiddenException', 'No access');
      const all = names.map((name, index) => profile(portal, id, name, index));
      const page = undocumentedPage(state, c, all, id);
      return page instanceof Response
        ? page
        : c.json({ [state.settings.instancePageToken]: page.next, result: page.items });
    }),
  );

  return api;
}

function appInstances(state: State, portal: WorldPortal): unknown[] {
  const accounts = state.accountsOf(portal).map(({ id, name, email }) => ({
    id: instanceOf(id),
    name: `${id} (${name})`,
    description: 'AWS administrative console',
    applicationId: AWS_ACCOUNT_APP,
    applicationName: 'AWS Account',
    icon: `${ICONS}/${AWS_ACCOUNT_APP}/icons/default.png`,
    searchMetadata: { AccountId: id, AccountName: name, AccountEmail: email },
  }));
  const apps = portal.apps.map(({ id, name, kind }, index) => ({
    id,
    name,
    description: kind,
    applicationId: `app-${id.slice(4)}`,
    applicationName: kind,
    icon: `${ICONS}/app-${id.slice(4)}/icons/default.png`,
    // Whether applications have it as null or not at all is not known: both happen here.
    ...(index % 2 ? { searchMetadata: null } : {}),
  }));
  return [...accounts, ...apps, ...(portal.strangeApps ?? [])];
}

function instanceOf(accountId: string): string {
  return `ins-${accountId.padStart(16, '0')}`;
}

function profileNames(state: State, portal: WorldPortal, instance: string): readonly string[] | undefined {
  if (portal.apps.some(({ id }) => id === instance)) return ['Default'];
  return state.accountsOf(portal).find(({ id }) => instanceOf(id) === instance)?.roles;
}

function profile(portal: WorldPortal, instance: string, name: string, index: number): unknown {
  const id = `p-${String(index).padStart(16, '0')}`;
  const tail = Buffer.from(`111111111111_${instance}_${id}`).toString('base64');
  return {
    id,
    name,
    description: '',
    url: `https://${hostsOfRegion(portal.region).portalApi}/saml/assertion/${tail}`,
    protocol: 'SAML',
    relayState: null,
  };
}
