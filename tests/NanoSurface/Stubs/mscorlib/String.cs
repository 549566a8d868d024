// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections;
using System.Runtime.CompilerServices;

namespace System
{
    public sealed class String : IEnumerable
    {
        public static readonly string Empty;

        public String(char[] value, int startIndex, int length) => throw null;

        public String(char[] value) => throw null;

        public String(char c, int count) => throw null;

        [IndexerName("Chars")]
        public char this[int index] => throw null;

        public int Length => throw null;

        public IEnumerator GetEnumerator() => throw null;

        public override bool Equals(object obj) => throw null;

        public static bool Equals(string a, string b) => throw null;

        public static bool operator ==(string a, string b) => throw null;

        public static bool operator !=(string a, string b) => throw null;

        public string[] Split(params char[] separator) => throw null;

        public string[] Split(char[] separator, int count) => throw null;

        public string Substring(int startIndex) => throw null;

        public string Substring(int startIndex, int length) => throw null;

        public string Trim(params char[] trimChars) => throw null;

        public int IndexOf(char value) => throw null;

        public int IndexOf(char value, int startIndex) => throw null;

        public int IndexOf(char value, int startIndex, int count) => throw null;

        public int IndexOf(string value) => throw null;

        public int IndexOf(string value, int startIndex) => throw null;

        public int IndexOf(string value, int startIndex, int count) => throw null;

        public int LastIndexOf(char value) => throw null;

        public string Trim() => throw null;

        public static string Concat(object arg0) => throw null;

        public static string Concat(object arg0, object arg1) => throw null;

        public static string Concat(object arg0, object arg1, object arg2) => throw null;

        public static string Concat(params object[] args) => throw null;

        public static string Concat(string str0, string str1) => throw null;

        public static string Concat(string str0, string str1, string str2) => throw null;

        public static string Concat(string str0, string str1, string str2, string str3) => throw null;

        public static string Concat(params string[] values) => throw null;

        public string PadLeft(int totalWidth, char paddingChar = '\u0020') => throw null;
    }
}
