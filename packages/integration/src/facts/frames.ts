import { ownerOf, packageOf } from './packages.js';

/** A frame of a stack, as far as it is of use. */
export interface Frame {
  filename?: string | undefined;
  function?: string | undefined;
}

const MAX_FRAMES = 5;
const MAX_FRAME = 120;

/** Whose code they are, each once. */
export function ownersOf(frames: readonly Frame[]): string[] {
  const owners: string[] = [];
  for (const { filename } of frames) {
    const { owner } = fileOf(filename);
    if (!owners.includes(owner)) owners.push(owner);
  }
  return owners;
}

/** The first of them, package or file and function: `openai summarize`. */
export function describeFrames(frames: readonly Frame[]): string[] {
  return frames.slice(0, MAX_FRAMES).map(describe);
}

function describe(frame: Frame): string {
  const { name } = fileOf(frame.filename);
  const text = name ? `${name} ${frame.function ?? '?'}` : (frame.function ?? '?');
  return text.length > MAX_FRAME ? text.slice(0, MAX_FRAME) : text;
}

/** What a frame's file tells. */
interface CodeFile {
  owner: string;
  /** The package, or the file's own name. */
  name: string;
}

/** The files of a program are few, and come again with each error. */
const knownFiles = new Map<string, CodeFile>();
const MAX_FILES = 1_000;
const MAX_PATH = 1_000;

function fileOf(path = ''): CodeFile {
  const known = knownFiles.get(path);
  if (known) return known;
  const owner = ownerOf(path);
  const ownName = path.replace(/^.*[\\/]/s, '').replace(/\.[cm]?[jt]sx?$/, '');
  const file = { owner, name: packageOf(path) ?? ownName };
  if (knownFiles.size >= MAX_FILES) knownFiles.clear();
  if (path.length <= MAX_PATH) knownFiles.set(path, file);
  return file;
}
