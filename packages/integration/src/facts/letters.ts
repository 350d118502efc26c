/**
 * A text as phrases see it: lower case, everything but letters and digits one space, with a space before
 * and after. As numbers, because every error is read this way and strings would be garbage at once.
 */
export interface Letters {
  /** UTF-16 code units; longer than the text. */
  units: Uint16Array;
  length: number;
  /** Where words begin; longer than their number. */
  starts: Uint32Array;
  words: number;
  isAscii: boolean;
}

export const SPACE = 32;
export const LAST_ASCII = 127;
/** From here on scripts put no spaces around words of another: `调用Ollama模型失败`. */
const FIRST_IDEOGRAPH = 0x2e80;

/** ASCII character → its place in the text. */
const ASCII = Uint16Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(letter) ? letter.charCodeAt(0) : SPACE;
});

const shared: Letters = {
  units: new Uint16Array(1024),
  length: 0,
  starts: new Uint32Array(512),
  words: 0,
  isAscii: true,
};

let lastRead: string | undefined;

/** @returns the same object each time, which holds the text until the next is read */
export function readLetters(text: string): Letters {
  // Several books read each error's text.
  if (text === lastRead) return shared;
  lastRead = text;
  shared.isAscii = readAscii(text);
  if (!shared.isAscii) {
    const plain = plainLetters(text);
    reserve(plain.length);
    const { units, starts } = shared;
    units[0] = SPACE;
    let words = 0;
    for (let at = 1; at <= plain.length; at++) {
      const unit = plain.charCodeAt(at - 1);
      const last = units[at - 1] as number;
      units[at] = unit;
      if (last === SPACE || (last >= FIRST_IDEOGRAPH && isAsciiLetter(unit))) starts[words++] = at;
    }
    shared.words = words;
    shared.length = close(plain.length + 1);
  }
  return shared;
}

/** Of the scripts that phrases are written in, what needs no change. */
const PLAIN =
  /^[ a-z\dà-öø-ÿąćęłńśźżğışőű\u0430-\u045f\u0621-\u063a\u0641-\u064a\u0e01-\u0e33\u1ea0-\u1ef9\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff\uac00-\ud7a3]+$/;
const NOT_ASCII = /[^\0-\x7f]/;

const isAsciiLetter = (unit: number): boolean => unit <= LAST_ASCII && unit !== SPACE;

/** The same as a string, without the spaces around. */
export function plainLetters(text: string): string {
  if (PLAIN.test(text) && !text.includes('  ')) return text.trim();
  const lower = text.toLowerCase();
  // What is a letter beyond ASCII only Unicode's tables know. They take a millisecond to load.
  const plain = NOT_ASCII.test(lower)
    ? lower.replace(/[^\p{L}\p{N}]+/gu, ' ')
    : lower.replace(/[^a-z\d]+/g, ' ');
  return plain.trim();
}

/** @returns false where the text is not ASCII alone */
function readAscii(text: string): boolean {
  reserve(text.length);
  const { units, starts } = shared;
  units[0] = SPACE;
  let length = 1;
  let words = 0;
  let last = SPACE;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > LAST_ASCII) return false;
    const unit = ASCII[code] as number;
    if (last === SPACE) {
      if (unit === SPACE) continue;
      starts[words++] = length;
    }
    units[length++] = unit;
    last = unit;
  }
  shared.words = words;
  shared.length = close(length);
  return true;
}

/** Room for a text and the spaces around it. */
function reserve(length: number): void {
  if (shared.units.length >= length + 2) return;
  shared.units = new Uint16Array(2 * length + 2);
  shared.starts = new Uint32Array(length + 1);
}

function close(length: number): number {
  if (shared.units[length - 1] === SPACE) return length;
  shared.units[length] = SPACE;
  return length + 1;
}
