// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Messages;

namespace Prosumeter.Tests.SharedProtocol;

/// <summary>Fills every field of a message with a value in its range, the ends more often than chance.</summary>
internal sealed class RandomFields(Random random) : FieldVisitor
{
    public static Message Fill(Message message, Random random)
    {
        message.Visit(new RandomFields(random));
        return message;
    }

    public override long Long(string name, long value, long lowest, long highest) => random.Next(6) switch
    {
        0 => lowest,
        1 => highest,
        2 => Math.Clamp(random.Next(-300, 300), lowest, highest),
        _ => random.NextInt64(lowest, highest) + random.Next(2),
    };

    public override bool Boolean(string name, bool value) => random.Next(2) == 0;

    public override string Text(string name, string value, int longest, bool isMultiline) =>
        string.Create(random.Next(longest + 1), isMultiline, (characters, multiline) =>
        {
            foreach (ref char character in characters)
            {
                character = multiline && random.Next(8) == 0 ? '\n' : (char)random.Next(' ', '~' + 1);
            }
        });
}
