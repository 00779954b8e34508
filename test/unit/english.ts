import { readFileSync } from 'node:fs';
import { speak } from '../../lib/model/say';

export type MessagesFile = Readonly<Record<string, { readonly message: string }>>;

export function messagesOf(locale: string): MessagesFile {
  return JSON.parse(readFileSync(`components/public/_locales/${locale}/messages.json`, 'utf8'));
}

/** Speaks as a browser of this language does, from the files that the package holds. */
export function speakFrom(locale: string, uiLanguage = locale.replace('_', '-')): void {
  const [own, english] = [messagesOf(locale), messagesOf('en')];
  const look = (key: string, values: readonly string[]): string =>
    ((own[key] ?? english[key])?.message ?? '').replaceAll(/\$(\$|[1-9])/g, (_, sign: string) =>
      sign === '$' ? '$' : (values[Number(sign) - 1] ?? ''),
    );
  speak({ uiLanguage, look });
}

speakFrom('en');
