import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../lib/model/say';
import { sectionRead } from './section-read';
import type { SettingsSection } from './settings-panel';

/** The sections as links; the one that is read is marked. */
export function SettingsNav({ sections }: { sections: readonly SettingsSection[] }) {
  const nav = useRef<HTMLElement>(null);
  const current = useSignal(sections[0]?.id);
  const jump = useRef<{ readonly to: string; hasCome: boolean } | undefined>(undefined);
  const ids = sections.map(({ id }) => id).join();

  useEffect(() => {
    const look = (): void => {
      const { to, hasCome = false } = jump.current ?? {};
      current.value = sectionRead(ids.split(','), to);
      if (to === undefined) return;
      const isThere = current.value === to;
      // What was loaded since may hold a jump back; one that has come is over when the person goes on.
      jump.current = isThere || !hasCome ? { to, hasCome: isThere } : undefined;
    };
    const follow = (): void => {
      jump.current = { to: location.hash.slice(1).split('?')[0] ?? '', hasCome: false };
      look();
    };
    follow();
    const growth = new ResizeObserver(look);
    growth.observe(document.body);
    addEventListener('scroll', look, { passive: true });
    addEventListener('hashchange', follow);
    return () => {
      growth.disconnect();
      removeEventListener('scroll', look);
      removeEventListener('hashchange', follow);
    };
  }, [ids, current]);

  // In a narrow window the links are one line that is longer than the window.
  useEffect(() => {
    const link = nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (nav.current && link)
      nav.current.scrollLeft = link.offsetLeft - (nav.current.clientWidth - link.clientWidth) / 2;
  }, [current.value]);

  return (
    <nav ref={nav} class="settings-nav" aria-label={say('settings')}>
      {sections.map(({ id, title }) => (
        <a
          key={id}
          href={`#${id}`}
          aria-current={current.value === id ? 'true' : undefined}
          onClick={() => (jump.current = { to: id, hasCome: false })}
        >
          {title}
        </a>
      ))}
    </nav>
  );
}
