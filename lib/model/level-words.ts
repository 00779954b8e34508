import type { Level } from './level';
import { say, type Sentence } from './say';

const levels: Readonly<Record<Exclude<Level, 'other'>, Sentence>> = {
  production: 'levelProduction',
  staging: 'levelStaging',
  development: 'levelDevelopment',
  sandbox: 'levelSandbox',
};

/** `Production`; '' for an account of no known level. */
export function levelWords(level: Level): string {
  return level === 'other' ? '' : say(levels[level]);
}
