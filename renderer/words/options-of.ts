/** The entries of a table of names as choices, in its order. */
export const optionsOf = <K extends string>(names: Record<K, string>): { value: K; label: string }[] =>
  (Object.keys(names) as K[]).map((value) => ({ value, label: names[value] }));
