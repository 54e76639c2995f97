// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {DenseRegistry} from "../shared/DenseRegistry.sol";

/// @title Recommenders
/// @notice Register of those who bring buyers. Registering is free and open; commissions go to a payout address that the
/// recommender can move.
contract Recommenders is DenseRegistry {
    mapping(uint32 recommenderId => address payout) private _payouts;

    event RecommenderRegistered(uint32 indexed recommenderId, address indexed account, address payout);
    event RecommenderPayoutSet(uint32 indexed recommenderId, address payout);

    error ZeroPayout();
    /// @notice The caller is not registered.
    error NotRegistered(address account);

    /// @notice Registers the caller as a recommender.
    function register(address payout) external returns (uint32 recommenderId) {
        require(payout != address(0), ZeroPayout());
        recommenderId = _register(msg.sender);
        _payouts[recommenderId] = payout;
        emit RecommenderRegistered(recommenderId, msg.sender, payout);
    }

    /// @notice Sends the caller's future commissions somewhere else.
    function setPayout(address payout) external {
        require(payout != address(0), ZeroPayout());
        uint32 recommenderId = _idOf[msg.sender];
        require(recommenderId != 0, NotRegistered(msg.sender));
        _payouts[recommenderId] = payout;
        emit RecommenderPayoutSet(recommenderId, payout);
    }

    /// @notice Where a recommender's commissions go; zero for an id that nobody has.
    function payoutOf(uint32 recommenderId) external view returns (address) {
        return _payouts[recommenderId];
    }

    /// @notice Who has an id; zero if nobody.
    function accountOf(uint32 recommenderId) external view returns (address) {
        return _accountOf[recommenderId];
    }
}
