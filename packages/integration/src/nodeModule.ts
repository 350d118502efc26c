/** A module of Node's own, where the runtime has it and can be asked. */
export function nodeModule<T>(id: string): T | undefined {
  const { process } = globalThis as { process?: WithModules };
  try {
    return process?.getBuiltinModule?.(id) as T | undefined;
  } catch {
    // In the sandbox of Next.js for edge functions everything of `process` throws.
    return undefined;
  }
}

/** Node's `process`, from 20.16 on. */
interface WithModules {
  getBuiltinModule?(id: string): unknown;
}
