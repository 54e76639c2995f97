// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {FaucetToken} from "../../contracts/asset/FaucetToken.sol";
import {vm} from "../support/Vm.sol";

contract FaucetTokenTest {
    event Transfer(address indexed from, address indexed to, uint256 value);

    uint256 private constant HARDHAT = 31337;

    function test_constructor_worksOnBothLocalChains() public {
        new FaucetToken();
        vm.chainId(1337);
        new FaucetToken();
        vm.chainId(HARDHAT);
    }

    function testFuzz_constructor_refusesOtherChains(uint64 chainId) public {
        vm.assume(chainId != HARDHAT && chainId != 1337 && chainId != 0);
        vm.chainId(chainId);
        vm.expectRevert(abi.encodeWithSelector(FaucetToken.NotLocalChain.selector, chainId));
        new FaucetToken();
        vm.chainId(HARDHAT);
    }

    function test_metadata_isAStablecoins() public {
        FaucetToken token = new FaucetToken();
        vm.assertEq(token.name(), "Local Dollar");
        vm.assertEq(token.symbol(), "USDL");
        vm.assertEq(uint256(token.decimals()), 6);
    }

    function testFuzz_drip_givesToAnyone(address caller, address account, uint256 amount) public {
        vm.assume(account != address(0) && caller != address(0));
        FaucetToken token = new FaucetToken();
        vm.expectEmit(address(token));
        emit Transfer(address(0), account, amount);
        vm.prank(caller);
        token.drip(account, amount);
        vm.assertEq(token.balanceOf(account), amount);
        vm.assertEq(token.totalSupply(), amount);
    }
}

/// A contract that accepts one signature as its own (ERC-1271).
contract Wallet {
    bytes32 private immutable _accepted;

    constructor(bytes memory signature) {
        _accepted = keccak256(signature);
    }

    function isValidSignature(bytes32, bytes calldata signature) external view returns (bytes4) {
        return keccak256(signature) == _accepted ? this.isValidSignature.selector : bytes4(0);
    }
}

/// Buyers pay by ERC-3009: they sign, the platform takes the money.
contract FaucetTokenAuthorizationTest {
    bytes32 private constant RECEIVE = keccak256(
        "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
    );
    bytes32 private constant PERMIT = keccak256(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
    );
    uint256 private constant KEY = 0xA11CE;
    address private constant PLATFORM = address(0xB0B);
    uint256 private constant NOW = 1_000_000;
    /// A key of 192 bits with the sequence 0, as the relay makes them.
    bytes32 private constant NONCE = bytes32(uint256(77) << 64);

    FaucetToken private token;
    address private buyer;

    function setUp() public {
        token = new FaucetToken();
        buyer = vm.addr(KEY);
        token.drip(buyer, 1_000e6);
        vm.warp(NOW);
    }

    function testFuzz_receiveWithAuthorization_movesTheMoneyOnce(uint256 value, uint192 key) public {
        value = value % (1_000e6 + 1);
        bytes32 nonce = bytes32(uint256(key == 0 ? 1 : key) << 64);
        bytes memory signature = signed(KEY, value, NOW + 60, nonce);
        vm.prank(PLATFORM);
        token.receiveWithAuthorization(buyer, PLATFORM, value, 0, NOW + 60, nonce, signature);
        vm.assertEq(token.balanceOf(PLATFORM), value);
        vm.assertTrue(token.authorizationState(buyer, nonce));
        vm.prank(PLATFORM);
        vm.expectRevert();
        token.receiveWithAuthorization(buyer, PLATFORM, value, 0, NOW + 60, nonce, signature);
    }

    function test_receiveWithAuthorization_isForTheReceiverOnly() public {
        bytes memory signature = signed(KEY, 1e6, NOW + 60, NONCE);
        vm.expectRevert();
        token.receiveWithAuthorization(buyer, PLATFORM, 1e6, 0, NOW + 60, NONCE, signature);
    }

    function test_receiveWithAuthorization_refusesAnotherSignature() public {
        bytes memory signature = signed(KEY + 1, 1e6, NOW + 60, NONCE);
        vm.prank(PLATFORM);
        vm.expectRevert();
        token.receiveWithAuthorization(buyer, PLATFORM, 1e6, 0, NOW + 60, NONCE, signature);
    }

    function test_receiveWithAuthorization_refusesAnotherAmount() public {
        bytes memory signature = signed(KEY, 1e6, NOW + 60, NONCE);
        vm.prank(PLATFORM);
        vm.expectRevert();
        token.receiveWithAuthorization(buyer, PLATFORM, 2e6, 0, NOW + 60, NONCE, signature);
    }

    function test_receiveWithAuthorization_endsWithItsTime() public {
        bytes memory signature = signed(KEY, 1e6, NOW + 60, NONCE);
        vm.warp(NOW + 60);
        vm.prank(PLATFORM);
        vm.expectRevert();
        token.receiveWithAuthorization(buyer, PLATFORM, 1e6, 0, NOW + 60, NONCE, signature);
    }

    function test_receiveWithAuthorization_takesTheSignatureOfAContract() public {
        address wallet = address(new Wallet("wallet's own"));
        token.drip(wallet, 5e6);
        vm.prank(PLATFORM);
        token.receiveWithAuthorization(wallet, PLATFORM, 5e6, 0, NOW + 60, NONCE, "wallet's own");
        vm.assertEq(token.balanceOf(PLATFORM), 5e6);
    }

    function test_permit_worksBesideAuthorizations() public {
        bytes memory signature = signed(KEY, 1e6, NOW + 60, NONCE);
        vm.prank(PLATFORM);
        token.receiveWithAuthorization(buyer, PLATFORM, 1e6, 0, NOW + 60, NONCE, signature);
        vm.assertEq(token.nonces(buyer), 0);
        bytes32 message = keccak256(abi.encode(PERMIT, buyer, PLATFORM, 7e6, 0, NOW + 60));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, digestOf(message));
        token.permit(buyer, PLATFORM, 7e6, NOW + 60, v, r, s);
        vm.assertEq(token.allowance(buyer, PLATFORM), 7e6);
        vm.assertEq(token.nonces(buyer), 1);
    }

    function signed(
        uint256 key,
        uint256 value,
        uint256 validBefore,
        bytes32 nonce
    ) private view returns (bytes memory) {
        bytes32 message = keccak256(abi.encode(RECEIVE, vm.addr(KEY), PLATFORM, value, 0, validBefore, nonce));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digestOf(message));
        return abi.encodePacked(r, s, v);
    }

    function digestOf(bytes32 message) private view returns (bytes32) {
        return keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), message));
    }
}
