/** A text somebody agrees to. `version` changes with every change of its words, for the version is kept with the signature. */
export interface FormText {
  readonly id: string;
  readonly version: string;
  /** Rules and forms the words come from. */
  readonly source: string;
  /** Said first, as one would say it at the counter. */
  readonly plain: string;
  /** The name the law gives it; stands beneath, small. */
  readonly legalName: string;
  readonly sections: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
}
