import type { Page } from 'playwright';

/**
 * Share of a picture's pixels that come close to a colour, 0 to 1. `page` is any page: it only does the decoding.
 * `foot`: only so much of the picture's height counts, from below.
 */
export async function shareOf(page: Page, picture: Buffer, colour: string, foot = 1): Promise<number> {
  return page.evaluate(
    async ({ bytes, wanted, part }) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (!context) return 0;
      context.drawImage(bitmap, 0, 0);
      const height = Math.ceil(bitmap.height * part);
      const { data } = context.getImageData(0, bitmap.height - height, bitmap.width, height);
      let near = 0;
      for (let at = 0; at < data.length; at += 4) {
        const distance = wanted.reduce((sum, value, channel) => sum + Math.abs(value - (data[at + channel] ?? 0)), 0);
        if (distance < 40) near += 1;
      }
      return near / (data.length / 4);
    },
    { bytes: [...picture], part: foot, wanted: [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) },
  );
}
