// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;

namespace Prosumeter.Simulator.Boards.NanoApi;

/// <summary>
/// nanoFramework's FileStream: unbuffered, every write is in flash when it returns; a read that reaches the end of the file clears the rest
/// of what it was asked to fill; the position cannot be set beyond the end.
/// </summary>
public sealed class FileStream : Stream
{
    private readonly Flash.VirtualFlash _drive = VirtualBoard.Current.Flash;
    private readonly string _path;
    private readonly bool _canRead;
    private readonly bool _canWrite;
    private readonly int _lowestPosition;
    private int _position;
    private bool _isClosed;

    /// <summary>Opens or creates a file for reading and writing, or writing alone when appending.</summary>
    public FileStream(string path, FileMode mode)
        : this(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite)
    {
    }

    /// <summary>Opens or creates a file.</summary>
    /// <exception cref="ArgumentException">The mode needs write access.</exception>
    /// <exception cref="IOException">The file exists and must not, or does not and must.</exception>
    public FileStream(string path, FileMode mode, FileAccess access)
    {
        _path = path;
        _canRead = (access & FileAccess.Read) != 0;
        _canWrite = (access & FileAccess.Write) != 0;
        if (!_canWrite && mode is not (FileMode.Open or FileMode.OpenOrCreate))
        {
            throw new ArgumentException("This mode needs write access.", nameof(access));
        }

        Open(mode);
        if (mode == FileMode.Append)
        {
            _position = _drive.Length(path);
            _lowestPosition = _position;
        }
    }

    /// <inheritdoc/>
    public override bool CanRead => _canRead && !_isClosed;

    /// <inheritdoc/>
    public override bool CanSeek => !_isClosed;

    /// <inheritdoc/>
    public override bool CanWrite => _canWrite && !_isClosed;

    /// <inheritdoc/>
    public override long Length
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return _drive.Length(_path);
        }
    }

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set
        {
            if (value < _lowestPosition || value > Length)
            {
                throw new ArgumentException("The position lies outside the file.", nameof(value));
            }

            _position = (int)value;
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // Every write is in flash already.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (!_canRead)
        {
            throw new NotSupportedException();
        }

        Span<byte> target = buffer.AsSpan(offset, count);
        int read = _drive.Read(_path, _position, target);
        target[read..].Clear();
        _position += read;
        return read;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin)
    {
        Position = offset + (origin == SeekOrigin.Begin ? 0 : origin == SeekOrigin.Current ? _position : Length);
        return _position;
    }

    /// <summary>Not there on the board.</summary>
    /// <exception cref="NotImplementedException">Always.</exception>
    public override void SetLength(long value)
    {
        throw new NotImplementedException();
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (!_canWrite)
        {
            throw new NotSupportedException();
        }

        _drive.Write(_path, _position, buffer.AsSpan(offset, count));
        _position += count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _isClosed = true;
        base.Dispose(disposing);
    }

    private void Open(FileMode mode)
    {
        bool exists = _drive.FileExists(_path);
        if (exists && mode == FileMode.CreateNew)
        {
            throw new IOException($"'{_path}' exists.");
        }

        if (!exists && (mode is FileMode.Open or FileMode.Truncate))
        {
            throw new FileNotFoundException($"There is no file '{_path}' in flash.");
        }

        if (!exists || mode is FileMode.Create or FileMode.Truncate)
        {
            _drive.Create(_path);
        }
    }
}
