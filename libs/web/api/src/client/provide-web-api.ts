import { makeEnvironmentProviders, type EnvironmentProviders } from '@angular/core';
import { provideApollo } from 'apollo-angular';
import { apolloOptions } from './apollo-options';

/** Everything that talks to the server. */
export function provideWebApi(): EnvironmentProviders {
  return makeEnvironmentProviders([provideApollo(apolloOptions)]);
}
