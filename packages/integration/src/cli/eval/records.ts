import { type FileHandle, open } from 'node:fs/promises';
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { defaultTaxonomy } from '../../taxonomy.js';
import type { ErrorFacts } from '../../types.js';
import { BadInput } from '../badInput.js';
import { oneLine } from '../table.js';

/** Label of an ordinary error, which is to be left alone. */
export const NOT_AI = 'not_ai';

const text = z.string().check(z.minLength(1));
const label = z.enum([...Object.keys(defaultTaxonomy), NOT_AI]);
const code = z.nullish(z.union([z.string(), z.int()], { error: 'expected a string or a number' }));

/** Further fields, such as `source` and `provider`, are for people and never an input. */
const recordSchema = z.object({
  id: z.nullish(z.string()),
  type: text,
  value: z.string(),
  status: z.nullish(z.int()),
  code,
  cause: z.nullish(z.object({ type: text, value: z.string(), code })),
  modules: z.nullish(z.array(z.string())),
  label,
  alt: z.nullish(z.array(label)),
});

/** A labelled error. */
export interface LabelledError {
  line: number;
  id: string | undefined;
  facts: ErrorFacts;
  label: string;
  /** Other categories that are right too. */
  alt: readonly string[];
}

export interface Corpus {
  /** In bytes; 0 where it cannot be told. */
  size: number;
  /**
   * Reads line by line; `onRead` is told how many bytes were read since.
   * @throws BadInput that names the line
   */
  records(onRead: (bytes: number) => void): AsyncIterable<LabelledError>;
}

export async function openCorpus(file: string): Promise<Corpus> {
  let handle: FileHandle;
  try {
    handle = await open(file);
  } catch (error) {
    throw new BadInput(`${file}: ${reasonOf(error)}`);
  }
  const stat = await handle.stat();
  if (stat.isDirectory()) {
    await handle.close();
    throw new BadInput(`${file}: is a directory`);
  }
  return { size: stat.size, records: (onRead) => read(handle, file, onRead) };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'not allowed to read it',
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message;
}

async function* read(
  handle: FileHandle,
  file: string,
  onRead: (bytes: number) => void,
): AsyncIterable<LabelledError> {
  let line = 0;
  let records = 0;
  for await (const content of handle.readLines()) {
    line++;
    onRead(Buffer.byteLength(content) + 1);
    const json = line === 1 ? content.replace(/^\uFEFF/, '') : content;
    if (json.trim() === '') continue;
    records++;
    yield parse(json, line, `${file}:${line}`);
  }
  if (records === 0) throw new BadInput(`${file}: there is no record in it`);
}

const english = en().localeError;

function parse(json: string, line: number, place: string): LabelledError {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new BadInput(`${place}: not JSON: ${oneLine((error as Error).message, 120)}`);
  }
  const parsed = recordSchema.safeParse(value, { error: english });
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) =>
      [...path, message.replace(/^Invalid (?:input|option): /, '')].join(': '),
    );
    throw new BadInput(`${place}: ${problems.join('; ')}`);
  }
  const { id, label, alt } = parsed.data;
  return { line, id: id ?? undefined, facts: factsOf(parsed.data), label, alt: alt ?? [] };
}

function factsOf({ type, value, status, code, cause, modules }: z.infer<typeof recordSchema>) {
  const codes = [code, cause?.code].flatMap((each) => (each == null ? [] : [String(each)]));
  const facts: ErrorFacts = { type, message: value, codes, packages: modules ?? [] };
  if (status != null) facts.status = status;
  if (cause) facts.causes = [`${cause.type}: ${cause.value}`];
  return facts;
}
