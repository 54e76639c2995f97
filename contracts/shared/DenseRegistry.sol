// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title DenseRegistry
/// @notice Gives accounts the ids 1, 2, 3, …: positions in the settlement trees. 0 means nobody.
abstract contract DenseRegistry {
    /// @notice The account has an id already.
    error AlreadyRegistered(address account, uint32 id);

    /// @notice How many ids were given; the highest id.
    uint32 public registered;

    mapping(address account => uint32 id) internal _idOf;
    mapping(uint32 id => address account) internal _accountOf;

    /// @notice Id of an account; 0 for none.
    function idOf(address account) public view virtual returns (uint32) {
        return _idOf[account];
    }

    function _register(address account) internal returns (uint32 id) {
        require(_idOf[account] == 0, AlreadyRegistered(account, _idOf[account]));
        id = ++registered;
        _idOf[account] = id;
        _accountOf[id] = account;
    }

    /// @dev Gives an id to another account, which must have none.
    function _transfer(uint32 id, address to) internal returns (address from) {
        require(_idOf[to] == 0, AlreadyRegistered(to, _idOf[to]));
        from = _accountOf[id];
        _idOf[from] = 0;
        _idOf[to] = id;
        _accountOf[id] = to;
    }
}
