import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Readable } from 'node:stream';
import { ObjectMissing, ObjectStore, type StoredPart } from './object-store.js';

export interface S3Place {
  readonly bucket: string;
  /** Absent: Amazon's own */
  readonly endpoint: string | undefined;
  readonly region: string;
}

const PART_BYTES = 8 * 2 ** 20;

/** Objects in an S3 bucket, uploaded in parts as they come. Credentials are found as every S3 client finds them. */
export class S3Store extends ObjectStore {
  private readonly client: S3Client;

  constructor(private readonly place: S3Place) {
    super();
    const { endpoint, region } = place;
    this.client = new S3Client({ region, ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }) });
  }

  override async put(key: string, bytes: Readable): Promise<void> {
    const params = { Bucket: this.place.bucket, Key: key, Body: bytes };
    await new Upload({ client: this.client, params, partSize: PART_BYTES, queueSize: 1 }).done();
  }

  override async get(key: string, part?: StoredPart): Promise<Readable> {
    const range = part && { Range: `bytes=${part.from}-${part.from + part.bytes - 1}` };
    const command = new GetObjectCommand({ Bucket: this.place.bucket, Key: key, ...range });
    const { Body } = await this.client.send(command).catch((error: unknown) => {
      throw error instanceof NoSuchKey ? new ObjectMissing(key) : error;
    });
    if (!Body) throw new ObjectMissing(key);
    return Body as Readable;
  }

  override async delete(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.place.bucket, Key: key }));
  }
}
