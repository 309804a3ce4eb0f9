/**
 * Columns that are told apart by what their rows are, so that a column of people of the network is
 * not taken for one of accounts: the compiler refuses it. A flag is 1 for yes and 0 for no.
 */
type IndexedBy<Column, Row extends string> = Column & { readonly indexedBy?: Row };

/** One value a row of `Corpus.accounts`. */
export type PerAccount<Column> = IndexedBy<Column, "account">;
/** One value a node of a `Network`. */
export type PerNode<Column> = IndexedBy<Column, "node">;
/** One value a tie of a `Network`. */
export type PerTie<Column> = IndexedBy<Column, "tie">;
/** One value a post of the corpus. */
export type PerPost<Column> = IndexedBy<Column, "post">;
