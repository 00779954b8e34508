import { browser } from 'wxt/browser';
import type { ContextualIdentities } from 'webextension-polyfill';
import type { ColourName } from '../model/colour-name';
import { type Container, CONTAINER_ICON } from '../model/container';

/** What every version of Firefox that has containers takes; newer ones offer more and tell which. */
const colours = ['blue', 'turquoise', 'green', 'yellow', 'orange', 'red', 'pink', 'purple', 'toolbar'] as const;

/** What only Firefox has, by its own name for it. */
const { contextualIdentities } = browser as { contextualIdentities?: ContextualIdentities.Static };

function api(): ContextualIdentities.Static {
  if (!contextualIdentities) throw new Error('This browser has no containers.');
  return contextualIdentities;
}

/** Firefox's containers, where the browser has them and the person allowed tabs in them. */
export const containers = {
  exist: (): boolean => contextualIdentities !== undefined,

  async areAllowed(): Promise<boolean> {
    return containers.exist() && (await browser.permissions.contains({ permissions: ['cookies'] }));
  },

  all: async (): Promise<readonly Container[]> =>
    (await api().query({})).map(({ cookieStoreId, name, color, icon }) => ({
      id: cookieStoreId,
      name,
      colour: color,
      icon,
    })),

  /** The colours that this browser has, by name. */
  async colours(): Promise<readonly ColourName[]> {
    const ask: unknown = Reflect.get(api(), 'getSupportedColors');
    if (typeof ask !== 'function') return colours;
    const offered = (await ask()) as readonly { readonly color: string }[];
    return offered.map(({ color }) => color as ColourName);
  },

  async make({ name, colour }: Pick<Container, 'name' | 'colour'>): Promise<string> {
    const made = await api().create({ name, color: colour, icon: CONTAINER_ICON });
    return made.cookieStoreId;
  },

  async change(id: string, { name, colour }: Partial<Pick<Container, 'name' | 'colour'>>): Promise<void> {
    const change = { ...(name === undefined ? {} : { name }), ...(colour === undefined ? {} : { color: colour }) };
    if (Object.keys(change).length > 0) await api().update(id, change);
  },
};
