import type { Colour } from './colour';

/** What browsers call their colours, by hue in degrees; what has no hue is grey under one name or another. */
const hues = {
  red: 0,
  orange: 30,
  yellow: 56,
  green: 120,
  turquoise: 175,
  cyan: 180,
  blue: 215,
  violet: 258,
  purple: 285,
  pink: 325,
} as const;
const greys = ['grey', 'gray', 'toolbar'] as const;

export type ColourName = keyof typeof hues | (typeof greys)[number];

/** Below this a colour looks grey, whatever its hue. */
const LEAST_SATURATION = 0.15;

/**
 * The name that a person would give a colour, of those that are offered. By name and hue, not by shade: browsers change
 * their shades with the theme, and Burgee's are darker than theirs.
 */
export function colourName<Name extends ColourName>(colour: Colour, offered: readonly Name[]): Name | undefined {
  const { hue, saturation } = hueOf(colour);
  const grey = offered.find((name) => (greys as readonly string[]).includes(name));
  if (saturation < LEAST_SATURATION && grey !== undefined) return grey;
  const named = offered.filter((name) => name in hues);
  const distances = named.map((name) => apart(hue, hues[name as keyof typeof hues]));
  return named[distances.indexOf(Math.min(...distances))];
}

function apart(one: number, other: number): number {
  const turn = Math.abs(one - other) % 360;
  return Math.min(turn, 360 - turn);
}

function hueOf(colour: Colour): { hue: number; saturation: number } {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range === 0) return { hue: 0, saturation: 0 };
  const saturation = range / (1 - Math.abs(2 * most - range - 1));
  if (most === red) return { hue: (360 + (60 * (green - blue)) / range) % 360, saturation };
  if (most === green) return { hue: 120 + (60 * (blue - red)) / range, saturation };
  return { hue: 240 + (60 * (red - green)) / range, saturation };
}
