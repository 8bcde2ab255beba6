/** Who somebody is at another service, as that service says. */
export interface ExternalPerson {
  /** Which service, for ever; with `subject` it names one account. */
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  /** Whether the service vouches for the address. */
  readonly isEmailVerified: boolean;
  readonly name: string | null;
}

/** What binds the way back to the way there. */
export interface SignInChecks {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** A service that people may sign in with. */
export interface SignInProvider {
  readonly id: string;
  /** What its button says. */
  readonly name: string;
  /** Where the browser is sent. @throws when the service cannot be asked where that is */
  authorizationUrl(redirectUri: string, checks: SignInChecks): Promise<URL>;
  /** Who came back. @throws when anything about the answer is not as it must be */
  identify(callback: URL, redirectUri: string, checks: SignInChecks): Promise<ExternalPerson>;
}
