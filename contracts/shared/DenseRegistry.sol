// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title DenseRegistry
/// @notice Gives accounts the ids 1, 2, 3, …: positions in the settlement trees. 0 means nobody.
abstract contract DenseRegistry {
    /// @notice The account has an id already.
    error AlreadyRegistered(address account, uint32 id);

    /// @notice How many ids were given; the highest id.
    uint32 public registered;

    mapping(address account => uint32 id) public idOf;
    mapping(uint32 id => address account) internal _accountOf;

    function _register(address account) internal returns (uint32 id) {
        require(idOf[account] == 0, AlreadyRegistered(account, idOf[account]));
        id = ++registered;
        idOf[account] = id;
        _accountOf[id] = account;
    }
}
