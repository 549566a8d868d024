// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Wire
{
    /// <summary>SHA-256 of FIPS 180-4: "abc" gives BA7816BF 8F01CFEA 414140DE 5DAE2223 B00361A3 96177A9C B410FF61 F20015AD.</summary>
    public static class Sha256
    {
        /// <summary>Length of a digest in bytes.</summary>
        public const int Length = 32;

        private const int BlockLength = 64;
        private const int CountLength = 8;
        private const int Rounds = 64;

        // FIPS 180-4, 4.2.2: first 32 bits of the fractional parts of the cube roots of the first 64 primes.
        private static readonly uint[] s_constants =
        {
            0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
            0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
            0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
            0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
            0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
            0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
            0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
            0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,

            // 5.3.3: the initial hash value. A table of its own would cost 100 bytes of program.
            0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19,
        };

        /// <summary>Writes the digest of the first bytes of a message to the begin of a buffer of at least <see cref="Length"/> bytes, which may be the message itself.</summary>
        public static void Of(byte[] message, int length, byte[] digest)
        {
            uint[] hash = new uint[Length / 4];
            Array.Copy(s_constants, Rounds, hash, 0, hash.Length);
            uint[] schedule = new uint[Rounds];
            int padded = ((length + CountLength) / BlockLength * BlockLength) + BlockLength;
            for (int offset = 0; offset < padded; offset += BlockLength)
            {
                for (int i = 0; i < BlockLength; i++)
                {
                    schedule[i / 4] = (schedule[i / 4] << 8) | PaddedByte(message, length, padded, offset + i);
                }

                Extend(schedule);
                Compress(hash, schedule);
            }

            for (int i = 0; i < hash.Length; i++)
            {
                Bytes.Put(digest, i * 4, hash[i], 4);
            }
        }

        // 5.1.1: a one bit, zeros, and the length in bits at the end.
        private static byte PaddedByte(byte[] message, int length, int padded, int index)
        {
            int behind = padded - 1 - index;
            return index < length ? message[index]
                : index == length ? (byte)0x80
                : behind < CountLength ? (byte)((length * 8L) >> (behind * 8))
                : (byte)0;
        }

        // 6.2.2, step 1.
        private static void Extend(uint[] w)
        {
            for (int t = 16; t < Rounds; t++)
            {
                uint a = w[t - 15];
                uint b = w[t - 2];
                w[t] = w[t - 16] + (Rotated(a, 7) ^ Rotated(a, 18) ^ (a >> 3)) + w[t - 7] + (Rotated(b, 17) ^ Rotated(b, 19) ^ (b >> 10));
            }
        }

        // 6.2.2, steps 2 to 4.
        private static void Compress(uint[] hash, uint[] w)
        {
            uint a = hash[0], b = hash[1], c = hash[2], d = hash[3], e = hash[4], f = hash[5], g = hash[6], h = hash[7];
            for (int t = 0; t < Rounds; t++)
            {
                uint first = h + (Rotated(e, 6) ^ Rotated(e, 11) ^ Rotated(e, 25)) + ((e & f) ^ (~e & g)) + s_constants[t] + w[t];
                uint second = (Rotated(a, 2) ^ Rotated(a, 13) ^ Rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
                h = g;
                g = f;
                f = e;
                e = d + first;
                d = c;
                c = b;
                b = a;
                a = first + second;
            }

            hash[0] += a;
            hash[1] += b;
            hash[2] += c;
            hash[3] += d;
            hash[4] += e;
            hash[5] += f;
            hash[6] += g;
            hash[7] += h;
        }

        private static uint Rotated(uint value, int bits)
        {
            return (value >> bits) | (value << (32 - bits));
        }
    }
}
