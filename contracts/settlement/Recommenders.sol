// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {DenseRegistry} from "../shared/DenseRegistry.sol";
import {ReferralGrant, SignedMessages} from "./SignedMessages.sol";

/// @title Recommenders
/// @notice Register of those who bring buyers. Registering is free and open; commissions go to a payout address that the
/// recommender can move, and an id with all that it will earn can be handed over.
contract Recommenders is DenseRegistry, EIP712 {
    mapping(uint32 recommenderId => address payout) private _payouts;
    /// @notice To whom an id was offered; zero for nobody.
    mapping(uint32 recommenderId => address to) public offeredTo;

    event RecommenderRegistered(uint32 indexed recommenderId, address indexed account, address payout);
    event RecommenderPayoutSet(uint32 indexed recommenderId, address payout);
    event RecommenderOffered(uint32 indexed recommenderId, address indexed to);
    /// @notice An id belongs to another account, which says where commissions go.
    event RecommenderTransferred(
        uint32 indexed recommenderId,
        address indexed from,
        address indexed to,
        address payout
    );

    error ZeroPayout();
    /// @notice The caller is not registered.
    error NotRegistered(address account);
    /// @notice The id was not offered to the caller.
    error NotOffered(uint32 recommenderId, address caller);
    error GrantExpired(uint48 validUntil);
    /// @notice The grant was not signed by the account that has the recommender's id now.
    error NotSignedByRecommender(uint32 recommenderId, address account);

    constructor() EIP712(SignedMessages.NAME, SignedMessages.VERSION) {}

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
        uint32 recommenderId = _ownId();
        _payouts[recommenderId] = payout;
        emit RecommenderPayoutSet(recommenderId, payout);
    }

    /// @notice Offers the caller's id to another account; zero takes an offer back. An id changes hands only when it is
    /// accepted: nobody can be given one that he does not want, as an account has at most one.
    function offer(address to) external {
        uint32 recommenderId = _ownId();
        offeredTo[recommenderId] = to;
        emit RecommenderOffered(recommenderId, to);
    }

    /// @notice Takes an offered id over; commissions go to `payout` from now on.
    function accept(uint32 recommenderId, address payout) external {
        require(payout != address(0), ZeroPayout());
        require(offeredTo[recommenderId] == msg.sender, NotOffered(recommenderId, msg.sender));
        address from = _transfer(recommenderId, msg.sender);
        delete offeredTo[recommenderId];
        _payouts[recommenderId] = payout;
        emit RecommenderTransferred(recommenderId, from, msg.sender, payout);
    }

    /// @notice Where a recommender's commissions go; zero for an id that nobody has.
    function payoutOf(uint32 recommenderId) external view returns (address) {
        return _payouts[recommenderId];
    }

    /// @notice Who has an id; zero if nobody.
    function accountOf(uint32 recommenderId) external view returns (address) {
        return _accountOf[recommenderId];
    }

    /// @notice EIP-712 digest of a referral grant; reverts unless it is valid now and signed by its recommender.
    function checkGrant(ReferralGrant calldata grant, bytes calldata signature) external view returns (bytes32 digest) {
        require(block.timestamp <= grant.validUntil, GrantExpired(grant.validUntil));
        digest = SignedMessages.digestOf(grant, _domainSeparatorV4());
        address account = _accountOf[grant.recommenderId];
        require(
            account != address(0) && SignedMessages.isSignedBy(account, digest, signature),
            NotSignedByRecommender(grant.recommenderId, account)
        );
    }

    function _ownId() private view returns (uint32 recommenderId) {
        recommenderId = _idOf[msg.sender];
        require(recommenderId != 0, NotRegistered(msg.sender));
    }
}
