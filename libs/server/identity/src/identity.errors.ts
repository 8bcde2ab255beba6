import { conflict, DomainError, forbidden } from '@millrace/server-platform';

/** 409: somebody has an account with this e-mail address. */
export function emailTaken(): DomainError {
  return conflict('EMAIL_TAKEN', 'There is already an account with this e-mail address. Sign in instead.');
}

/** 403: the operator lets nobody make an account. */
export function signUpClosed(): DomainError {
  return forbidden('Making an account is switched off on this server. Ask its operator for one.', 'SIGN_UP_CLOSED');
}

/** 401: the same for unknown addresses and wrong passwords. */
export function invalidCredentials(): DomainError {
  return new DomainError({
    code: 'INVALID_CREDENTIALS',
    status: 401,
    message: 'The e-mail address or the password is wrong.',
  });
}

/** 401: the refresh token is unknown, used, revoked or too old. */
export function sessionOver(): DomainError {
  return new DomainError({ code: 'SESSION_EXPIRED', status: 401, message: 'The session has ended. Sign in again.' });
}
