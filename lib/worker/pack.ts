/** No text of settings is longer; one that says so is not from here. */
const LONGEST_TEXT = 8 * 1_024 * 1_024;

/** Makes texts small, in ASCII, and whole again. */
export interface Pack {
  small(text: string): Promise<string>;
  /** `undefined` for what is none. Never throws. */
  whole(small: string): Promise<string | undefined>;
}

export const pack: Pack = { small: deflated, whole: inflated };

async function deflated(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 4_096) binary += String.fromCharCode(...bytes.subarray(at, at + 4_096));
  return btoa(binary);
}

async function inflated(small: string): Promise<string | undefined> {
  try {
    const bytes = Uint8Array.from(atob(small), (sign) => sign.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      if (text.length > LONGEST_TEXT) return undefined;
    }
    return text + decoder.decode();
  } catch {
    return undefined;
  }
}
