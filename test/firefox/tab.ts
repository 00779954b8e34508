import type { BrowsingContext, Input, Script } from 'webdriver-bidi-protocol';
import { vi } from 'vitest';
import type { Bidi } from './bidi';

const MOST_MS = 30_000;
const MOST_PRESSES = 5;
const keys = { Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004' } as const;

/** One tab of Firefox, as a test uses it. */
export interface Tab {
  readonly context: string;
  /** The address that it shows, and the container that it is in (`default` for none). */
  where(): Promise<{ readonly url: string; readonly container: string }>;
  goto(url: string): Promise<void>;
  /** Waits until the address fits. */
  at(address: RegExp): Promise<void>;
  /** Runs a function in the page; what goes in and comes out is plain data. */
  evaluate<Args extends readonly unknown[], Value>(
    run: (...args: Args) => Value,
    ...args: Args
  ): Promise<Awaited<Value>>;
  /** Waits until an element fits a selector, and gives its attributes. */
  find(selector: string, mostMs?: number): Promise<Readonly<Record<string, string>>>;
  /** Presses the mouse's button on an element, as a person does. */
  click(selector: string): Promise<void>;
  /** The same, on what a screen reader calls so. */
  clickNamed(role: string, name: string): Promise<void>;
  type(text: string): Promise<void>;
  press(key: keyof typeof keys): Promise<void>;
  /** Rests the pointer there. */
  pointAt(selector: string): Promise<void>;
  /** What stands within the label, which no page can read. */
  textInLabel(): Promise<string>;
  /** Presses the button within the label that says so. */
  clickInLabel(text: string): Promise<void>;
  show(): Promise<void>;
  close(): Promise<void>;
}

/** `acts` is told the address of the page in which a person is about to press something. */
export function tabOf(bidi: Bidi, context: string, acts: (address: string) => void): Tab {
  async function evaluate<Args extends readonly unknown[], Value>(
    run: (...args: Args) => Value,
    ...args: Args
  ): Promise<Awaited<Value>> {
    const answer = await bidi.send('script.callFunction', {
      functionDeclaration: `async (args) => JSON.stringify(await (${run.toString()})(...JSON.parse(args)))`,
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
      target: { context },
      awaitPromise: true,
      userActivation: false,
    });
    return valueOf(answer) as Awaited<Value>;
  }

  async function where(): Promise<{ url: string; container: string }> {
    const { contexts } = await bidi.send('browsingContext.getTree', { root: context, maxDepth: 0 });
    const [own] = contexts;
    if (!own) throw new Error('The tab has gone.');
    return { url: own.url, container: own.userContext };
  }

  async function find(selector: string, mostMs = MOST_MS): Promise<Record<string, string>> {
    return vi.waitFor(
      async () => {
        const found = await evaluate(attributesOf, selector);
        if (!found) throw new Error(`nothing fits ${selector} at ${(await where()).url}: ${await evaluate(textOf)}`);
        return found;
      },
      { timeout: mostMs },
    );
  }

  async function located(locator: BrowsingContext.Locator): Promise<Script.SharedReference> {
    return vi.waitFor(
      async () => {
        const { nodes } = await bidi.send('browsingContext.locateNodes', { context, locator, maxNodeCount: 1 });
        const sharedId = nodes[0]?.sharedId;
        if (sharedId === undefined) throw new Error(`nothing to press fits ${JSON.stringify(locator)}`);
        return { sharedId };
      },
      { timeout: MOST_MS },
    );
  }

  async function point(node: Script.SharedReference, andPress: boolean): Promise<void> {
    const press = andPress
      ? [{ type: 'pointerDown', button: 0 } as const, { type: 'pointerUp', button: 0 } as const]
      : [];
    const actions: Input.PointerSourceAction[] = [
      { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: node } },
      ...press,
    ];
    await bidi.send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  async function scrollTo(node: Script.SharedReference): Promise<void> {
    await bidi.send('script.callFunction', {
      functionDeclaration: '(node) => node.scrollIntoView({ block: "center" })',
      arguments: [node],
      target: { context },
      awaitPromise: false,
    });
  }

  /** Presses again where the page moved the element away just then. */
  async function pressOn(node: Script.SharedReference, triesLeft = MOST_PRESSES): Promise<void> {
    if (triesLeft === 0) throw new Error(`what was to be pressed at ${(await where()).url} moves all the time`);
    await scrollTo(node);
    const aim = await bidi.send('script.callFunction', {
      functionDeclaration: aimAt.toString(),
      arguments: [node],
      target: { context },
      awaitPromise: false,
      resultOwnership: 'root',
    });
    acts((await where()).url);
    await point(node, true);
    if (!(await isMissed(aim))) return;
    await pressOn(node, triesLeft - 1);
  }

  /** A page that has gone has been pressed. */
  async function isMissed(aim: Script.EvaluateResult): Promise<boolean> {
    if (aim.type === 'exception') throw new Error(aim.exceptionDetails.text);
    if (!('handle' in aim.result) || aim.result.handle === undefined) throw new Error('the browser keeps no handle');
    try {
      const answer = await bidi.send('script.callFunction', {
        functionDeclaration: '(aim) => JSON.stringify(aim.end())',
        arguments: [{ handle: aim.result.handle }],
        target: { context },
        awaitPromise: false,
      });
      return valueOf(answer) === true;
    } catch {
      return false;
    }
  }

  async function keyboard(texts: readonly string[]): Promise<void> {
    const actions = texts.flatMap((value) => [{ type: 'keyDown', value } as const, { type: 'keyUp', value } as const]);
    acts((await where()).url);
    await bidi.send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async function label(): Promise<Script.NodeRemoteValue | undefined> {
    const answer = await bidi.send('script.callFunction', {
      functionDeclaration: '() => document.querySelector("burgee-label")',
      target: { context },
      awaitPromise: false,
      serializationOptions: { maxDomDepth: 30, includeShadowTree: 'all' },
    });
    return answer.type === 'success' && answer.result.type === 'node' ? answer.result : undefined;
  }

  async function clickInLabel(text: string): Promise<void> {
    const sharedId = await vi.waitFor(
      async () => {
        const root = await label();
        const button = root && all(root).find((node) => isButtonOf(node, text));
        if (button?.sharedId === undefined) throw new Error(`no button “${text}” in the label`);
        return button.sharedId;
      },
      { timeout: MOST_MS },
    );
    await pressOn({ sharedId });
  }

  return {
    context,
    where,
    textInLabel: async () => textIn(await label()),
    clickInLabel,
    async pointAt(selector) {
      const node = await located({ type: 'css', value: selector });
      await scrollTo(node);
      await point(node, false);
    },
    evaluate,
    find,
    goto: async (url) => void (await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' })),
    at: (address) =>
      vi.waitFor(
        async () => {
          const { url } = await where();
          if (!address.test(url)) throw new Error(`the tab is at ${url}`);
        },
        { timeout: MOST_MS },
      ),
    click: async (selector) => pressOn(await located({ type: 'css', value: selector })),
    clickNamed: async (role, name) => pressOn(await located({ type: 'accessibility', value: { role, name } })),
    type: (text) => keyboard([...text]),
    press: (key) => keyboard([keys[key]]),
    show: async () => void (await bidi.send('browsingContext.activate', { context })),
    close: async () => void (await bidi.send('browsingContext.close', { context })),
  };
}

/** Runs in the page: what it shows, and what stands in its fields. */
function textOf(): string {
  const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
  return JSON.stringify([...fields, document.body.textContent?.slice(0, 500)]);
}

/** Runs in the page. */
function attributesOf(selector: string): Record<string, string> | undefined {
  const node = document.querySelector(selector);
  return node ? Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])) : undefined;
}

/** Runs in the page: sees whether the next press falls beside a node, and keeps such a press from the page. */
function aimAt(node: Element): { end(): boolean } {
  let isMissed: boolean | undefined;
  const watched = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
  function isBeside({ clientX, clientY }: MouseEvent): boolean {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    return clientX < left || clientX > right || clientY < top || clientY > bottom;
  }
  function look(event: Event): void {
    if (event instanceof MouseEvent && event.isTrusted) isMissed ??= isBeside(event);
    if (isMissed !== true) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  for (const name of watched) addEventListener(name, look, true);
  return {
    end() {
      for (const name of watched) removeEventListener(name, look, true);
      return isMissed === true;
    },
  };
}

/** A node and all that is in it, in closed roots too. */
function all(node: Script.NodeRemoteValue): Script.NodeRemoteValue[] {
  const { shadowRoot, children = [] } = node.value ?? {};
  return [node, ...[...(shadowRoot ? [shadowRoot] : []), ...children].flatMap(all)];
}

function isButtonOf({ value }: Script.NodeRemoteValue, text: string): boolean {
  return value?.localName === 'button' && (value.attributes?.['aria-label'] ?? '').includes(text);
}

/** What stands there, and what the label's own style sheet writes there. */
function textIn(node: Script.NodeRemoteValue | undefined): string {
  const said = node ? all(node).flatMap(({ value }) => [value?.nodeValue, value?.attributes?.['data-says']]) : [];
  return said.filter(Boolean).join(' ');
}

/** What a script gave, which is always a text of JSON or nothing. */
export function valueOf(answer: Script.EvaluateResult): unknown {
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  return answer.result.type === 'string' ? (JSON.parse(answer.result.value) as unknown) : undefined;
}
