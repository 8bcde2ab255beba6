import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The REST interface as an OpenAPI document. */
export function openApiOf(app: NestExpressApplication): OpenAPIObject {
  const options = new DocumentBuilder()
    .setTitle('Millrace REST API')
    .setDescription(
      'A thin interface over the same use cases as GraphQL (`/graphql`). Errors are `{ error: { code, message, details? } }` with the fitting status.',
    )
    .setVersion('1')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, options);
}

/** Serves the document at `/docs` for people and at `/docs/openapi.json` for programs. */
export function serveOpenApi(app: NestExpressApplication): void {
  SwaggerModule.setup('docs', app, () => openApiOf(app), {
    jsonDocumentUrl: 'docs/openapi.json',
    customSiteTitle: 'Millrace REST API',
  });
}
