// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Text;
using Prosumeter.Messages;

namespace Prosumeter.Tests.SharedProtocol;

/// <summary>Every field of a message as text, in range or not, to see whether anything changed.</summary>
internal sealed class MessageImage : FieldVisitor
{
    private readonly StringBuilder _text = new();

    public static string Of(Message message)
    {
        MessageImage image = new();
        message.Visit(image);
        return image._text.ToString();
    }

    public override long Long(string name, long value, long lowest, long highest) => Add(name, value);

    public override bool Boolean(string name, bool value) => Add(name, value);

    public override string Text(string name, string value, int longest, bool isMultiline) => Add(name, value);

    private T Add<T>(string name, T value)
    {
        _text.Append(name).Append('=').Append(value).Append(Environment.NewLine);
        return value;
    }
}
