/** An account as it is told elsewhere: never by its id. */
export interface NamedAccount {
  /** Such as `slack` or `http-bearer`. */
  readonly type: string;
  readonly name: string;
}

/** The accounts of this workspace, as far as copying and pasting needs to know them. */
export interface AccountDirectory {
  /** Undefined for one that is not known here. */
  describe(id: string): NamedAccount | undefined;
  /** Id of the account of this type and name that the person may use. */
  find(account: NamedAccount): string | undefined;
}
