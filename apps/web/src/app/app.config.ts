import { provideZonelessChangeDetection, type ApplicationConfig } from '@angular/core';
import {
  provideRouter,
  RedirectCommand,
  Router,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { inject } from '@angular/core';
import { routes } from './app.routes';
import { PageTitles } from './shell/page-titles';

/** A page that could not be loaded (gone after an update, or the server away) shows why, at the address that was asked for. */
function showLoadError(): RedirectCommand {
  return new RedirectCommand(inject(Router).parseUrl('/error'), { skipLocationChange: true });
}

/** What the whole application shares. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      withNavigationErrorHandler(showLoadError),
    ),
    { provide: TitleStrategy, useClass: PageTitles },
  ],
};
