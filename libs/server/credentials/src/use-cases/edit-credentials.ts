import { Injectable } from '@nestjs/common';
import { CreateCredential } from './create-credential';
import { DeleteCredential } from './delete-credential';
import { ShareCredential } from './share-credential';
import { TestCredential } from './test-credential';
import { UpdateCredential } from './update-credential';

/** Everything that people do with credentials, for the interfaces that offer it. */
@Injectable()
export class EditCredentials {
  constructor(
    readonly creation: CreateCredential,
    readonly updating: UpdateCredential,
    readonly testing: TestCredential,
    readonly sharing: ShareCredential,
    readonly deletion: DeleteCredential,
  ) {}
}
