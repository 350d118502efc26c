import {
  AI_WORD,
  CARRYING_FAMILY,
  ENGINES,
  LLM_FAMILIES,
  LLM_PART,
  LLM_ROOTS,
  NOT_CALLING,
  TRANSPORTS,
} from './packageTable.js';
import { PhraseBook, plainPhrase } from './phrases.js';
import {
  BEDROCK_PATH,
  LIKELY_LLM_PATH,
  LLM_FRAMEWORKS,
  LLM_PATH,
  PROVIDERS,
  type Provider,
  SHARED_SDKS,
} from './providerTable.js';

/** Carriers throw on behalf of their caller. */
export const isCarrier = (name: string): boolean =>
  TRANSPORTS.has(name) || CARRYING_FAMILY.test(name);

export const isEngine = (name: string): boolean => ENGINES.has(name);

const LLM_PACKAGES: ReadonlySet<string> = new Set([
  ...LLM_FRAMEWORKS,
  ...PROVIDERS.flatMap(({ packages = [] }) => packages),
]);

export const isLlmProvider = (name: string | undefined): boolean =>
  PROVIDERS.some((provider) => provider.name === name);

export function isLlmPackage(name: string): boolean {
  if (LLM_PACKAGES.has(name)) return true;
  const [root = ''] = name.split('.', 1);
  return (
    (LLM_ROOTS.has(root) || LLM_PART.test(name) || AI_WORD.test(name) || isOfFamily(name)) &&
    !NOT_CALLING.test(name)
  );
}

let families: PhraseBook | undefined;

function isOfFamily(name: string): boolean {
  if (!families) {
    families = new PhraseBook();
    families.add(LLM_FAMILIES.map((family) => plainPhrase(`${family} `)));
  }
  return families.read(name).length > 0;
}

/** Which providers a text names first. */
interface Named {
  byHost?: string | undefined;
  byName?: string | undefined;
}

/** Hosts and names of all providers, for one pass over a text. */
class Names {
  readonly #book = new PhraseBook();
  /** By the number of their phrases in the book. */
  readonly #entries: Named[] = [];

  constructor() {
    for (const { name, hosts = [], names = [] } of PROVIDERS) {
      this.#entries[this.#book.add(hosts.map(plainPhrase))] = { byHost: name };
      // Everybody who is compatible with OpenAI says its name.
      if (name === 'openai') continue;
      this.#entries[this.#book.add(names.map(plainPhrase))] = { byName: name };
    }
  }

  find(text: string): Named {
    const named: Named = {};
    for (const group of this.#book.read(text)) {
      named.byHost ??= this.#entries[group]?.byHost;
      named.byName ??= this.#entries[group]?.byName;
    }
    return named;
  }
}

let written: Names | undefined;

function namedIn(text: string): Named {
  written ??= new Names();
  return written.find(text);
}

const BY_PACKAGE: ReadonlyMap<string, string> = new Map(
  PROVIDERS.flatMap(({ name, packages = [] }) => packages.map((each) => [each, name] as const)),
);
const CLASSES = startsOf((provider) => provider.classes);
const MODELS = startsOf((provider) => provider.models);

/** How names of its own begin → the provider. */
type Starts = readonly (readonly [start: string, provider: string])[];

function startsOf(namesOf: (provider: Provider) => readonly string[] | undefined): Starts {
  return PROVIDERS.flatMap((provider) =>
    (namesOf(provider) ?? []).map((start) => [start, provider.name] as const),
  );
}

const startIn = (starts: Starts, name: string): string | undefined =>
  starts.find(([start]) => name.startsWith(start))?.[1];

/** Does the text name an LLM's endpoint? */
export function namesLlmEndpoint(text: string): boolean {
  return namedIn(text).byHost !== undefined || LLM_PATH.test(text) || BEDROCK_PATH.test(text);
}

/** Is this, of a request that is known to have been made, the address of an LLM's endpoint? */
export function isLlmAddress(url: string): boolean {
  return namesLlmEndpoint(url) || LIKELY_LLM_PATH.test(url);
}

interface Traces {
  packages: readonly string[];
  classes: readonly string[];
  /** Of the request, where the error object tells it. */
  address: string | undefined;
  text: string;
  model: string | undefined;
}

/**
 * The strongest trace wins: the host that was called, an SDK that talks to one provider only, names,
 * other SDKs, the model's name.
 */
export function findProvider({
  packages,
  classes,
  address,
  text,
  model,
}: Traces): string | undefined {
  const sdks: string[] = [];
  const add = (provider: string | undefined) => provider !== undefined && sdks.push(provider);
  for (const name of packages) add(BY_PACKAGE.get(name));
  for (const name of classes) add(startIn(CLASSES, name));
  const { byHost, byName } = namedIn(text);
  return (
    (address && namedIn(address).byHost) ||
    byHost ||
    sdks.find((name) => !SHARED_SDKS.has(name)) ||
    byName ||
    sdks[0] ||
    (OPENAI.test(text) && 'openai') ||
    (model && startIn(MODELS, model)) ||
    undefined
  );
}

const OPENAI = /openai/i;
