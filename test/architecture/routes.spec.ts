import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Post } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../src/app.module.js';
import { Allow, permissions, Public, StepUp } from '../../src/identity/index.js';
import { LesserLogins } from '../../src/platform/postgres/lesser-logins.js';
import { TestApp } from '../support/test-app.js';
import { controllersOf, routesOf, routesWithoutPermission, routesWithoutProof } from './routes-without-permission.js';

let redress: TestApp;
beforeAll(async () => (redress = await TestApp.start()));
afterAll(() => redress.stop());

describe('every route', () => {
  it('says whom it is for: @Allow or @Public, and not both', () => {
    const routes = routesOf(controllersOf(redress.app));
    expect(routes.length).toBeGreaterThan(40);
    expect(routesWithoutPermission(routes)).toEqual([]);
  });

  it('asks for a permission that somebody can hold', () => {
    const asked = routesOf(controllersOf(redress.app)).flatMap((route) => route.permission ?? []);
    expect(asked.filter((permission) => !(permission in permissions))).toEqual([]);
  });

  it('is found out when it forgets (planted: one without, one with both)', () => {
    @Controller('planted')
    class Planted {
      @Get('forgotten')
      forgotten(): void {}

      @Get('both')
      @Public()
      @Allow('complaint.read')
      both(): void {}

      @Get('right')
      @Public()
      right(): void {}
    }
    expect(routesWithoutPermission(routesOf([Planted]))).toEqual([
      'GET /planted/forgotten (Planted.forgotten)',
      'GET /planted/both (Planted.both)',
    ]);
  });

  it('asks for a late proof where it lets something out or somebody in', () => {
    const routes = routesOf(controllersOf(redress.app));
    expect(routesWithoutProof(routes)).toEqual([]);
    expect(routes.filter(({ stepUp }) => stepUp).length).toBeGreaterThanOrEqual(15);
  });

  it('is found out when it asks for none (planted)', () => {
    @Controller('planted')
    class Planted {
      @Get('complaints.csv')
      @Allow('saved-search.use')
      file(): void {}

      @Post('approvals')
      @Allow('release.approve')
      approve(): void {}

      @Post('proven')
      @Allow('release.approve')
      @StepUp()
      proven(): void {}
    }
    expect(routesWithoutProof(routesOf([Planted]))).toEqual([
      'GET /planted/complaints.csv (Planted.file)',
      'POST /planted/approvals (Planted.approve)',
    ]);
  });

  // ASVS 5.0: V8.3.1
  it('is closed to everybody when it forgets, whoever asks', async () => {
    @Controller('planted')
    class Forgotten {
      @Get()
      forgotten(): string {
        return 'shown';
      }
    }
    const module = await Test.createTestingModule({
      imports: [AppModule.with(redress.database.connections)],
      controllers: [Forgotten],
    }).compile();
    const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    await app.init();
    const { token } = await redress.staff('administrator', 'director');
    const answer = await app.inject({ url: '/planted', headers: { authorization: `Bearer ${token}` } });
    await app.close();
    expect(answer.statusCode).not.toBe(200);
    expect(answer.body).not.toContain('shown');
  });
});

describe('the application', () => {
  it('looks at its logins before it takes a request', () => {
    expect(redress.app.get(LesserLogins, { strict: false })).toBeInstanceOf(LesserLogins);
  });
});

describe('every permission in the table', () => {
  it('is asked for by some route', () => {
    const asked = new Set(routesOf(controllersOf(redress.app)).map((route) => route.permission));
    expect(Object.keys(permissions).filter((permission) => !asked.has(permission))).toEqual([]);
  });
});
