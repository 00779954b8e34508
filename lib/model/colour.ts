import type { AccountId } from './account';
import { hashOf } from './checksum';
import type { Level } from './level';

/** `#rrggbb`, lower case. */
export type Colour = `#${string}`;

/** Red belongs to production: no account's own hue comes near it. */
const PRODUCTION: Colour = '#c8102e';
/** Light, so that it differs from the red for eyes that see no red too. */
const STAGING: Colour = '#e8a200';
/** What is shown where nothing is known: grey, never a hue. */
export const NEUTRAL: Colour = '#5f6368';

/** Teal to violet: to the two in a hundred who see no green, every leaf green is production's red. */
const HUES_FROM = 165;
const HUES_TO = 300;
/** The same hue as it is, and deeper. */
const LIGHTNESSES = [42, 30];

/** Colour of an account with no set-up: production red, staging amber, else a hue of its own that looks like neither. */
export function accountColour(id: AccountId, level: Level): Colour {
  if (level === 'production') return PRODUCTION;
  if (level === 'staging') return STAGING;
  return fromShare(spread(id));
}

/** 0 to 1, spread so that neighbouring numbers differ. */
function spread(id: AccountId): number {
  const hash = hashOf(id);
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return mixed / 4_294_967_296;
}

/** Dark enough for white text at 4.5:1, whatever the hue: lightness gives way until it is. */
function fromShare(share: number): Colour {
  const hue = HUES_FROM + share * (HUES_TO - HUES_FROM);
  const brightest = LIGHTNESSES[Math.floor(share * 1_000) % LIGHTNESSES.length] ?? 42;
  for (let lightness = brightest; lightness > 10; lightness -= 2) {
    const colour = hslToHex(hue, 62, lightness);
    if (contrast(colour, '#ffffff') >= 4.6) return colour;
  }
  return NEUTRAL;
}

function hslToHex(hue: number, saturation: number, lightness: number): Colour {
  const chroma = (saturation / 100) * Math.min(lightness / 100, 1 - lightness / 100);
  const channel = (offset: number): string => {
    const turn = (offset + hue / 30) % 12;
    const value = lightness / 100 - chroma * Math.max(-1, Math.min(turn - 3, 9 - turn, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}

/** White or black, whichever reads better on the colour: one of the two always reaches 4.5:1. */
export function textColour(background: Colour): Colour {
  return contrast(background, '#ffffff') >= contrast(background, '#000000') ? '#ffffff' : '#000000';
}

/** WCAG 2 contrast ratio, 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A colour as Burgee stores it; `undefined` for anything but `#rrggbb`. */
export function parseColour(value: unknown): Colour | undefined {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? (value.toLowerCase() as Colour) : undefined;
}
