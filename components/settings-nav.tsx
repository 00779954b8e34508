import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { say } from '../lib/model/say';
import type { SettingsSection } from './settings-panel';

/** The sections as links; the one that is read is marked. */
export function SettingsNav({ sections }: { sections: readonly SettingsSection[] }) {
  const current = useSignal(sections[0]?.id);
  const ids = sections.map(({ id }) => id).join();
  useEffect(() => {
    const seen = new Map<string, boolean>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) seen.set(target.id, isIntersecting);
        current.value = ids.split(',').find((id) => seen.get(id)) ?? current.value;
      },
      { rootMargin: '-80px 0px -55% 0px' },
    );
    for (const id of ids.split(',')) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [ids, current]);
  return (
    <nav class="settings-nav" aria-label={say('settings')}>
      {sections.map(({ id, title }) => (
        <a key={id} href={`#${id}`} aria-current={current.value === id ? 'true' : undefined}>
          {title}
        </a>
      ))}
    </nav>
  );
}
