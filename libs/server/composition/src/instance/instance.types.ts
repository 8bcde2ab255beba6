import { SecretStoreKindEnum } from '@millrace/server-credentials';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

/** A service that people could sign in with. */
@ObjectType('InstanceSignIn')
export class InstanceSignInType {
  @Field(() => ID, { description: 'github, google or oidc.' })
  id!: string;

  @Field({ description: 'What its button says.' })
  name!: string;

  @Field({ description: 'Whether it is set up: its button is on the page for signing in.' })
  isReady!: boolean;

  @Field({ description: 'Address to enter at the service as the one it sends people back to.' })
  callbackUrl!: string;

  @Field(() => [String], { description: 'Names of the settings that it needs and does not have.' })
  missing!: string[];
}

/** What keeps values of credentials. */
@ObjectType('InstanceSecrets')
export class InstanceSecretsType {
  @Field(() => SecretStoreKindEnum)
  store!: 'local' | 'vault';

  @Field()
  isHealthy!: boolean;

  @Field(() => String, { nullable: true, description: 'A few words on what is wrong.' })
  reason!: string | null;
}

/** How often things may be asked for. */
@ObjectType('InstanceLimits')
export class InstanceLimitsType {
  @Field(() => Int, { description: 'Calls of webhooks from one address a minute; 0 for as many as come.' })
  webhookPerMinute!: number;

  @Field(() => Int, { description: 'Calls of one webhook a minute; 0 for as many as come.' })
  eachWebhookPerMinute!: number;

  @Field(() => Int, { description: 'Calls of one person a minute; 0 for as many as come.' })
  userPerMinute!: number;
}

/** How this installation is set up. */
@ObjectType('Instance', { description: 'How this installation is set up. Holds nothing that is secret.' })
export class InstanceType {
  @Field()
  version!: string;

  @Field({ description: 'Address that links in mails lead to.' })
  publicUrl!: string;

  @Field({ description: 'Whether strangers may make an account.' })
  signUp!: boolean;

  @Field(() => String, { nullable: true, description: 'Sender of mails; null when no mail is sent.' })
  mailFrom!: string | null;

  @Field(() => [InstanceSignInType])
  signIn!: InstanceSignInType[];

  @Field(() => InstanceSecretsType)
  secrets!: InstanceSecretsType;

  @Field(() => InstanceLimitsType)
  limits!: InstanceLimitsType;
}
